using Orrery.Kernel.State;
using System.Text.Json;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel;

/// <summary>All worlds of a storage, by name. A world is opened when first asked for and stays open.</summary>
public sealed class Worlds : IAsyncDisposable
{
    private readonly Blueprint _blueprint;
    private readonly IStorage _storage;
    private readonly WorldSettings _settings;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, World> _open = new(StringComparer.Ordinal);

    /// <summary>Worlds of one blueprint.</summary>
    /// <param name="blueprint">What they are made of.</param>
    /// <param name="storage">Where they live; disposed with this.</param>
    /// <param name="settings">How they are run, and how new ones begin unless told otherwise.</param>
    public Worlds(Blueprint blueprint, IStorage storage, WorldSettings? settings = null)
    {
        _blueprint = blueprint;
        _storage = storage;
        _settings = settings ?? new();
    }

    /// <summary>Raised when a world has been opened, before anybody else gets it: attach observers here.</summary>
    public event Action<World>? Opened;

    /// <summary>The names of all worlds, in order.</summary>
    public IReadOnlyList<string> List() => _storage.List();

    /// <summary>The world of a name.</summary>
    /// <exception cref="UnknownWorldException">There is none.</exception>
    public Task<World> GetAsync(string name) => InTurnAsync(() => OpenAsync(name));

    /// <summary>The world of a name, made if there is none.</summary>
    public Task<World> GetOrCreateAsync(string name, WorldSettings? settings = null) =>
        InTurnAsync(() => _storage.List().Contains(name) ? OpenAsync(name) : NewAsync(name, settings ?? _settings));

    /// <summary>Makes an empty world.</summary>
    /// <exception cref="WorldExistsException">The name is taken.</exception>
    public Task<World> CreateAsync(string name, WorldSettings? settings = null) =>
        InTurnAsync(() => NewAsync(name, settings ?? _settings));

    /// <summary>Makes a world that begins as another is now, and shares everything with it until it changes.</summary>
    public Task<World> ForkAsync(string name, string fork) =>
        InTurnAsync(async () => await ForkAsync(await OpenAsync(name), fork, null));

    /// <summary>Makes a world that begins as another was at an instant; its clock goes on from there.</summary>
    /// <exception cref="HistoryGoneException">It is longer ago than history is kept.</exception>
    public Task<World> ForkAsync(string name, string fork, DateTimeOffset at) =>
        InTurnAsync(async () =>
        {
            var world = await OpenAsync(name);
            return await ForkAsync(world, fork, world.TipAt(at).Sequence);
        });

    /// <summary>Makes a world that begins as another was right after a commit; its clock goes on from there.</summary>
    /// <exception cref="HistoryGoneException">It is longer ago than history is kept.</exception>
    public Task<World> ForkAsync(string name, string fork, long at) =>
        InTurnAsync(async () => await ForkAsync(await OpenAsync(name), fork, at));

    /// <summary>
    /// Writes a world as lines of JSON: rows, and the journal as far as it is kept. Equal worlds give equal bytes.
    /// </summary>
    /// <param name="name">The world.</param>
    /// <param name="to">Where to; stays open.</param>
    /// <param name="wish">As of when, how much, and what its secrets are sealed under; <see
    /// cref="Snapshot.Sequence"/> names commits.</param>
    /// <param name="cancellation">Stops it half way.</param>
    public async Task ExportAsync(
        string name, Stream to, ExportWish? wish = null, CancellationToken cancellation = default)
    {
        var world = await GetAsync(name);
        wish ??= new();
        wish = wish with { At = wish.At ?? world.Current.Sequence };
        await WorldExport.WriteAsync(world.Store, _blueprint, wish, to, cancellation);
    }

    /// <summary>Makes a world from what <see cref="ExportAsync"/> wrote.</summary>
    /// <param name="name">The name of the new world.</param>
    /// <param name="from">What was written.</param>
    /// <param name="passphrase">What its secrets are sealed under; null where they are not.</param>
    /// <param name="cancellation">Stops it half way.</param>
    /// <exception cref="InvalidDataException">It is not a whole exported world; nothing was made.</exception>
    /// <exception cref="SealedExportException">Its secrets are sealed under another passphrase.</exception>
    public Task<World> ImportAsync(
        string name, Stream from, string? passphrase = null, CancellationToken cancellation = default) =>
        InTurnAsync(async () =>
        {
            using var import = await WorldImport.BeginAsync(from, _blueprint, passphrase, cancellation);
            var store = _storage.Create(WorldNames.Checked(name), import.Head.Header);
            try
            {
                await import.FillAsync(store);
                return await AttachAsync(name, store, default);
            }
            catch (Exception problem)
            {
                await store.DisposeAsync();
                _storage.Delete(name);
                if (IsOfContent(problem))
                    throw new InvalidDataException($"The exported world is damaged: {problem.Message}", problem);
                throw;
            }
        });

    /// <summary>
    /// The records in which two worlds differ now, by scope, table and key; of secrets only that they differ.
    /// </summary>
    public async Task<IEnumerable<RowDifference>> DiffAsync(string left, string right)
    {
        var one = (await GetAsync(left)).Current.Store;
        var other = (await GetAsync(right)).Current.Store;
        return WorldDiff.Between(one, other).Select(d => WorldDiff.Hidden(d, _blueprint.SecretsOf(d.Space.Table)));
    }

    /// <summary>Removes a world. Worlds forked from it stay whole.</summary>
    /// <exception cref="WorldInUseException">Another process has it open.</exception>
    public Task DeleteAsync(string name) =>
        InTurnAsync(async () =>
        {
            await CloseAsync(name);
            _storage.Delete(name);
            return name;
        });

    /// <summary>Makes a world empty again, with the seed, beginning and clock that it was made with.</summary>
    public Task<World> ResetAsync(string name) =>
        InTurnAsync(async () =>
        {
            var header = (await OpenAsync(name)).Store.Header;
            await CloseAsync(name);
            _storage.Delete(name);
            return await AttachAsync(name, _storage.Create(name, header), default);
        });

    /// <summary>Closes all worlds.</summary>
    public async ValueTask DisposeAsync()
    {
        await InTurnAsync(async () =>
        {
            foreach (var name in _open.Keys.ToList())
                await CloseAsync(name);
            return true;
        });
        await _storage.DisposeAsync();
    }

    /// <summary>Whether a record, a scope or the order of commits is not what it has to be.</summary>
    private static bool IsOfContent(Exception problem) =>
        problem is JsonException or FormatException or ArgumentException or InvalidOperationException;

    private async Task<World> ForkAsync(World world, string fork, long? at)
    {
        var current = world.Current;
        var sequence = at ?? current.Sequence;
        var store = _storage.Fork(world.Name, WorldNames.Checked(fork), sequence);
        var isPast = sequence < current.Sequence;
        return await AttachAsync(fork, store, new(isPast ? null : current, isPast));
    }

    private Task<World> NewAsync(string name, WorldSettings settings)
    {
        var start = settings.Start ?? settings.Machine.GetUtcNow();
        var header = new StoreHeader(settings.Seed, start.ToUniversalTime(), settings.Mode, settings.Rate);
        var from = new OpenFrom { BeginsNow = settings.Start is null };
        return AttachAsync(name, _storage.Create(WorldNames.Checked(name), header), from);
    }

    private async Task<World> OpenAsync(string name) =>
        _open.TryGetValue(name, out var world) ? world : await AttachAsync(name, _storage.Open(name), default);

    private async Task<World> AttachAsync(string name, IStore store, OpenFrom from)
    {
        var world = await World.OpenAsync(name, _blueprint, store, _settings, from);
        _open.Add(name, world);
        Opened?.Invoke(world);
        world.Start();
        return world;
    }

    private async Task CloseAsync(string name)
    {
        if (_open.Remove(name, out var world))
            await world.DisposeAsync();
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> body)
    {
        await _turn.WaitAsync();
        try
        {
            return await body();
        }
        finally
        {
            _turn.Release();
        }
    }
}
