using Orrery.Contracts.Loads;

namespace Orrery.Host.Admin.Shapes;

/// <summary>A file of loads.</summary>
/// <param name="Loads">The loads.</param>
public sealed record LoadFile(IReadOnlyList<LoadDeclaration>? Loads = null);
