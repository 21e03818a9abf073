namespace Orrery.Contracts.Contents;

/// <summary>Bytes on their way in. Disposed before it is finished, it leaves nothing.</summary>
public interface IContentIntake : IAsyncDisposable
{
    /// <summary>The number of bytes so far.</summary>
    long Length { get; }

    /// <summary>Takes more bytes.</summary>
    /// <exception cref="ContentException">It cannot: the disk is full, for example.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default);

    /// <summary>Makes the bytes durable, and names them. They are unsettled from then on.</summary>
    /// <exception cref="ContentException">It cannot; nothing is left.</exception>
    ValueTask<ContentId> FinishAsync(CancellationToken cancellation = default);
}
