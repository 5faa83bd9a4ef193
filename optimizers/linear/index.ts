// Linear and mixed-integer programmes.

export {};
