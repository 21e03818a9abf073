using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>Bytes on their way into a file.</summary>
internal sealed class FileIntake(FileContents store, ContentId id, IDiskFile file) : IContentIntake
{
    private bool _finished;

    /// <inheritdoc/>
    public long Length { get; private set; }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Problems.Explain("take bytes in", () =>
        {
            file.Write(bytes.Span, Length);
            return true;
        });
        Length += bytes.Length;
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask<ContentId> FinishAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            await store.FinishAsync(id, file).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problems.Of("make bytes durable", problem);
        }

        _finished = true;
        return id;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        file.Dispose();
        if (!_finished) store.Abandon(id);
        return default;
    }
}
