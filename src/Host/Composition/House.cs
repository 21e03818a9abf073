using Orrery.Kernel;

namespace Orrery.Host.Composition;

/// <summary>What the house is made of: the tables, timers and ports of all services.</summary>
internal static class House
{
    /// <summary>What worlds are made of.</summary>
    public static Blueprint Blueprint { get; } = new([]);

    /// <summary>The served services, in order of their names.</summary>
    public static IReadOnlyList<string> Services { get; } = [];
}
