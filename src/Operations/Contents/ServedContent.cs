using Orrery.Contracts.Contents;
using Orrery.Wire.Chunked;

namespace Orrery.Operations.Contents;

/// <summary>
/// The body of an answer that consists of kept bytes. The operation makes it without touching the store; whoever sends
/// the answer begins it, and then copies and disposes it.
/// </summary>
/// <param name="pieces">The runs of bytes, one after the other.</param>
public sealed class ServedContent(IReadOnlyList<ContentPiece> pieces) : ReadOnlyAsyncStream
{
    private IContentStore? _store;
    private IDisposable? _hold;
    private IContentReader? _reader;
    private int _piece;
    private long _at;

    /// <summary>The number of bytes.</summary>
    public long Size { get; } = pieces.Sum(static piece => piece.Length);

    /// <summary>Opens the first of the bytes.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="hold">What keeps them there; disposed with this.</param>
    /// <exception cref="ContentException">They are not there.</exception>
    public ServedContent Begin(IContentStore store, IDisposable? hold)
    {
        _store = store;
        if (pieces is [{ Held: null } first, ..]) _reader = store.Open(first.Id);
        _hold = hold;
        return this;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_piece < pieces.Count)
        {
            var piece = pieces[_piece];
            if (_at == piece.Length)
            {
                Next();
                continue;
            }

            var wanted = (int)Math.Min(buffer.Length, piece.Length - _at);
            if (piece.Held is { } held)
            {
                held.Slice((int)(piece.From + _at), wanted).CopyTo(buffer);
                _at += wanted;
                return wanted;
            }

            var reader = _reader ??= Store.Open(piece.Id);
            var read = await reader.ReadAsync(buffer[..wanted], piece.From + _at, cancellationToken)
                .ConfigureAwait(false);
            if (read == 0 && wanted > 0) throw new ContentException($"The bytes {piece.Id} end too early.");
            _at += read;
            return read;
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _reader?.Dispose();
        _hold?.Dispose();
        base.Dispose(disposing);
    }

    private IContentStore Store => _store ?? throw new InvalidOperationException("Nobody has begun these bytes.");

    // Neighbouring pieces may be of one file, which stays open.
    private void Next()
    {
        _at = 0;
        if (++_piece < pieces.Count && pieces[_piece].Id == pieces[_piece - 1].Id) return;
        _reader?.Dispose();
        _reader = null;
    }
}
