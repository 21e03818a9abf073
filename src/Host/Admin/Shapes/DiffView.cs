namespace Orrery.Host.Admin.Shapes;

/// <summary>How one world differs from another.</summary>
/// <param name="Left">The world compared.</param>
/// <param name="Right">The world it is compared with.</param>
/// <param name="Entries">The records that differ.</param>
public sealed record DiffView(string Left, string Right, IReadOnlyList<DiffEntry> Entries);
