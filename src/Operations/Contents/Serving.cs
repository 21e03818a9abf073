using Orrery.Contracts.Contents;
using Orrery.Kernel;
using Orrery.Wire.Requests;

namespace Orrery.Operations.Contents;

/// <summary>
/// One answer that may stream kept bytes: they are held from before the world is read until the answer is sent.
/// </summary>
internal sealed class Serving : IDisposable
{
    private readonly IContentStore _store;
    private IDisposable? _hold;

    private Serving(IContentStore store)
    {
        _store = store;
        _hold = store.Hold();
    }

    /// <summary>Holds what an operation may find, if its answers are streams.</summary>
    public static Serving? Of(OperationEntry entry, World world) =>
        entry.Schema.Output.Payload is { IsStreaming: true } && world.Blueprint.Ports.Find<IContentStore>() is { } store
            ? new(store)
            : null;

    /// <summary>Opens the bytes of an answer, which takes the hold over.</summary>
    public void Begin(WireResponse response)
    {
        if (response.BodyStream is not ServedContent served) return;
        served.Begin(_store, _hold);
        _hold = null;
        response.BodyStreamLength = served.Size;
    }

    /// <inheritdoc/>
    public void Dispose() => _hold?.Dispose();
}
