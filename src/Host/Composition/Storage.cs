using Orrery.Kernel;
using Orrery.Kernel.Storage;

namespace Orrery.Host.Composition;

/// <summary>Chooses where worlds are kept.</summary>
internal static class Storage
{
    /// <summary>The worlds, in memory or in files.</summary>
    public static Kernel.Worlds OpenWorlds(HostOptions options, Blueprint blueprint)
    {
        var settings = new WorldSettings
        {
            Seed = options.Seed ?? 1,
            Start = options.Start,
            Mode = options.Clock,
            Delays = options.Delays,
        };
        return new(blueprint, new MemoryStorage(), settings);
    }
}
