namespace Orrery.CodeGen.Layout;

/// <summary>A symbol of writable data.</summary>
public readonly record struct Symbol(string Name, int Place);
