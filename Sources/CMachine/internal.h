// What the files of the core share.
#ifndef TRAMA_INTERNAL_H
#define TRAMA_INTERNAL_H

#include "CMachine.h"

#define trama_likely(condition) __builtin_expect(!!(condition), 1)
#define trama_unlikely(condition) __builtin_expect(!!(condition), 0)

// The tape nodes of an object's slots. `index` is its place in the machine's list of such, so that all can be
// dropped when the recording ends.
typedef struct TramaShadow {
  int64_t index;
  int32_t nodes[];
} TramaShadow;

enum { trama_layout_bits = 1 };  // the layout of one slot of bits

// Heap (heap.c). Those that may fail return false or NULL at the heap limit.
bool trama_array_grow(TramaMachine *machine, TramaSlot *array);
void trama_release_slow(TramaMachine *machine, TramaObject *object);
void trama_heap_destroy(TramaMachine *machine);

// Tape (tape.c).
bool trama_shadow_ensure(TramaMachine *machine, TramaObject *object);
void trama_shadow_drop(TramaMachine *machine, TramaObject *object);
bool trama_tape_grow(TramaMachine *machine);

// Loops (loop.inc, twice).
int32_t trama_loop_plain(TramaMachine *machine, const TramaFunction *function, TramaSlot *registers);
int32_t trama_loop_recording(TramaMachine *machine, const TramaFunction *function, TramaSlot *registers);

double trama_unary_value(int32_t function, double x);
double trama_binary_value(int32_t function, double x, double y);

#endif
