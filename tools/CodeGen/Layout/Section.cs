namespace Orrery.CodeGen.Layout;

/// <summary>A section of the object file: where its bytes lie in the file.</summary>
internal readonly record struct Section(string Name, int Type, long Offset, int Size);
