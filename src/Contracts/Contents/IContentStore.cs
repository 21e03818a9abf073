namespace Orrery.Contracts.Contents;

/// <summary>
/// Keeps bytes that are too many for records: objects, parts, packages. A record names them by their
/// <see cref="ContentId"/>. The order is: bytes come in and are durable (<see cref="Begin"/>), the call that names them
/// commits, they are settled (<see cref="Settle"/>). So whatever a record names is there, and after a crash only what
/// is <see cref="Unsettled"/> needs a look. Safe for many callers at once.
/// </summary>
public interface IContentStore : IAsyncDisposable
{
    /// <summary>Begins to take bytes in.</summary>
    /// <exception cref="ContentException">It cannot: the disk is full, for example.</exception>
    IContentIntake Begin();

    /// <summary>Opens kept bytes.</summary>
    /// <exception cref="ContentException">They are not there.</exception>
    IContentReader Open(ContentId id);

    /// <summary>Says that the call which names these bytes is durable. Never throws: it may be said again at the next
    /// start.</summary>
    void Settle(ContentId id);

    /// <summary>Throws away bytes that came in and that no call names, because it was refused. Never throws.</summary>
    void Discard(ContentId id);

    /// <summary>
    /// Removes bytes that nothing names any more, once everybody is done who held the store
    /// (<see cref="Hold"/>) when this was called. Bytes that are not there are no error.
    /// </summary>
    Task RemoveAsync(IReadOnlyCollection<ContentId> ids);

    /// <summary>
    /// Holds what is there until disposed: taken before the world is read, it keeps what that read found from being
    /// removed before it is opened.
    /// </summary>
    IDisposable Hold();

    /// <summary>Durable bytes of earlier openings of which it is not known whether a call names them: those that were
    /// on their way when a process ended.</summary>
    IReadOnlyList<ContentId> Unsettled();

    /// <summary>All settled bytes, in no order, read as they are asked for.</summary>
    IEnumerable<ContentId> Settled();
}
