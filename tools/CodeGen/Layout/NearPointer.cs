namespace Orrery.CodeGen.Layout;

/// <summary>A distance that the compiler wrote itself: At and Target are places, Flags the lowest bits.</summary>
internal readonly record struct NearPointer(int At, int Target, int Flags);
