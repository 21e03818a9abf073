using System.Security.Cryptography;
using Orrery.Core;
using Orrery.Wire.Signing;

namespace Orrery.Wire.Chunked;

/// <summary>Hands bytes on and, at the end, refuses a body whose SHA-256 is not the one that was signed.</summary>
/// <param name="inner">The body.</param>
/// <param name="expected">The announced hash in hexadecimal.</param>
/// <param name="refusal">What to throw when they differ.</param>
internal sealed class HashCheckingStream(Stream inner, string expected, ServiceException refusal) : ReadOnlyAsyncStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _ended;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _ended) return 0;
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read == 0) End();
        else _hash.AppendData(buffer.Span[..read]);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private void End()
    {
        _ended = true;
        if (!Signatures.AreEqual(Convert.ToHexStringLower(_hash.GetHashAndReset()), expected)) throw refusal;
    }
}
