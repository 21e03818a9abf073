using Orrery.Contracts.Contents;
using Orrery.Host.Http;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Stores.Contents;
using Orrery.Stores.Sqlite;

namespace Orrery.Host.Composition;

/// <summary>Chooses where worlds are kept.</summary>
internal static class Storage
{
    /// <summary>The worlds, in memory or in files.</summary>
    /// <exception cref="StartException">The files cannot be had.</exception>
    public static Kernel.Worlds OpenWorlds(HostOptions options, Blueprint blueprint)
    {
        var settings = new WorldSettings
        {
            Seed = options.Seed ?? 1,
            Start = options.Start,
            Mode = options.Clock,
            Delays = options.Delays,
        };
        return new(blueprint, options.Ephemeral ? new MemoryStorage() : OpenFiles(options), settings);
    }

    /// <summary>Where bytes are kept: in memory, or in a folder beside the worlds, which share it.</summary>
    public static IContentStore OpenContents(HostOptions options) => options.Ephemeral || options.Store is null
        ? new MemoryContents()
        : new FileContents(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.Store))!, "contents"));

    private static SqliteStorage OpenFiles(HostOptions options)
    {
        var file = options.Store ?? throw new StartException("It is not said where the world is kept.");
        var name = Path.GetFileNameWithoutExtension(file);
        if (Path.GetExtension(file) != WorldFiles.Extension || !WorldNames.IsName(name))
            throw new StartException(
                $"{file} does not do as a world's file.", $"It ends with {WorldFiles.Extension}; {WorldNames.Rule}.");
        if (name != options.World)
            throw new StartException(
                $"{file} keeps the world '{name}', not '{options.World}'.", $"Say --world {name}, or leave it out.");
        try
        {
            return new(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartException(
                $"The worlds beside {file} cannot be opened: {problem.Message}", "orrery doctor", problem);
        }
    }
}
