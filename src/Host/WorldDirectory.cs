using System.Collections.Concurrent;
using Orrery.Core;
using Orrery.Host.Http;
using Orrery.Kernel;

namespace Orrery.Host;

/// <summary>The open worlds by name, found without waiting; and what may be done with them.</summary>
internal sealed class WorldDirectory : IDisposable
{
    private readonly ConcurrentDictionary<string, World> _open = new(StringComparer.Ordinal);
    private readonly Kernel.Worlds _worlds;

    /// <summary>Makes a directory.</summary>
    /// <param name="worlds">All worlds.</param>
    /// <param name="defaultName">The world of requests that name none.</param>
    public WorldDirectory(Kernel.Worlds worlds, string defaultName)
    {
        _worlds = worlds;
        DefaultName = defaultName;
        worlds.Opened += Remember;
    }

    /// <summary>The worlds that are open.</summary>
    public IEnumerable<World> Open => _open.Values;

    /// <summary>Raised when what a world held is gone, with the world or without.</summary>
    public event Action? Gone;

    /// <summary>The world of requests that name none.</summary>
    public string DefaultName { get; }

    /// <summary>The names of all worlds, in order.</summary>
    public IReadOnlyList<string> List() => _worlds.List();

    /// <summary>Opens or makes the default world.</summary>
    public Task<World> OpenDefaultAsync() => _worlds.GetOrCreateAsync(DefaultName);

    /// <summary>The world of a name; of null the default one.</summary>
    /// <exception cref="ServiceException">WorldNotFound: there is none.</exception>
    public ValueTask<World> FindAsync(string? name)
    {
        name ??= DefaultName;
        return _open.TryGetValue(name, out var world) ? new(world) : new(OpenAsync(name));
    }

    /// <summary>The world of a name if it is open.</summary>
    public World? FindOpen(string name) => _open.GetValueOrDefault(name);

    /// <summary>Forks a world, as it is or as it was.</summary>
    public async Task<World> ForkAsync(string name, string fork, DateTimeOffset? at)
    {
        Check(fork);
        var world = await FindAsync(name);
        if (at > world.Clock.Now)
            throw new ServiceException("InstantIsFuture", "What has not been cannot be forked: fork, then advance.");
        return await GuardAsync(() => at is { } instant
            ? _worlds.ForkAsync(name, fork, instant)
            : _worlds.ForkAsync(name, fork));
    }

    /// <summary>Empties a world.</summary>
    public async Task<World> ResetAsync(string? name)
    {
        var world = await FindAsync(name);
        var empty = await GuardAsync(() => _worlds.ResetAsync(world.Name));
        Gone?.Invoke();
        return empty;
    }

    /// <summary>Deletes a world other than the default one.</summary>
    public async Task DeleteAsync(string name)
    {
        if (name == DefaultName)
            throw new ServiceException("WorldInUse", $"The world '{name}' is the default one: reset it instead.", 409);
        await FindAsync(name);
        _open.TryRemove(name, out _);
        await GuardAsync(async () =>
        {
            await _worlds.DeleteAsync(name);
            return true;
        });
        Gone?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose() => _worlds.Opened -= Remember;

    /// <summary>Refuses what cannot name a world.</summary>
    public static void Check(string? name)
    {
        if (name is null || !WorldNames.IsName(name))
            throw new ServiceException("InvalidWorldName", $"'{name}' does not do: {WorldNames.Rule}.");
    }

    /// <summary>Says in the words of the admin API what the kernel refuses.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (UnknownWorldException problem)
        {
            throw new ServiceException("WorldNotFound", problem.Message, 404);
        }
        catch (WorldExistsException problem)
        {
            throw new ServiceException("WorldExists", problem.Message, 409);
        }
        catch (WorldInUseException problem)
        {
            throw new ServiceException("WorldInUse", problem.Message, 409);
        }
        catch (Kernel.Storage.HistoryGoneException problem)
        {
            throw new ServiceException("HistoryGone", problem.Message, 409);
        }
    }

    private void Remember(World world) => _open[world.Name] = world;

    private async Task<World> OpenAsync(string name)
    {
        Check(name);
        return await GuardAsync(() => _worlds.GetAsync(name));
    }
}
