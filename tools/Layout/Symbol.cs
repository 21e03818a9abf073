namespace Orrery.Layout;

/// <summary>A symbol of writable data.</summary>
internal readonly record struct Symbol(string Name, int Place);
