using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Chunked;

/// <summary>The trailers of an aws-chunked body: those that x-amz-trailer announced, and their signature.</summary>
/// <param name="announced">The value of x-amz-trailer; names separated by commas.</param>
/// <param name="isSigned">Whether x-amz-trailer-signature belongs to them.</param>
/// <param name="to">Where the trailers go once they are complete.</param>
internal sealed class TrailerReader(string announced, bool isSigned, WireHeaders to)
{
    private const string SignatureName = "x-amz-trailer-signature";
    private const int Most = 16;
    private readonly SortedDictionary<string, string> _trailers = new(StringComparer.Ordinal);
    private string? _signature;

    /// <summary>Takes one line.</summary>
    public void Add(string line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || _trailers.Count == Most) throw ChunkErrors.MalformedTrailer();
        var name = line[..colon].Trim().ToLowerInvariant();
        var value = line[(colon + 1)..].Trim();
        if (name == SignatureName && isSigned && _signature is null) _signature = value;
        else if (!IsAnnounced(name) || !_trailers.TryAdd(name, value)) throw ChunkErrors.MalformedTrailer();
    }

    /// <summary>Checks that all announced trailers came, and their signature where a chain verifies it.</summary>
    public void End(ChunkChain? chain)
    {
        foreach (var name in Announced())
            if (!_trailers.ContainsKey(name)) throw ChunkErrors.MalformedTrailer();
        if (chain is not null && isSigned) Verify(chain);
        foreach (var (name, value) in _trailers) to.Add(name, value);
    }

    private void Verify(ChunkChain chain)
    {
        var canonical = new StringBuilder();
        foreach (var (name, value) in _trailers) canonical.Append(name).Append(':').Append(value).Append('\n');
        if (!chain.VerifyTrailer(_signature ?? "", canonical.ToString())) throw ChunkErrors.Mismatch();
    }

    private bool IsAnnounced(string name) => Announced().Contains(name, StringComparer.Ordinal);

    private IEnumerable<string> Announced() => announced
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(name => name.ToLowerInvariant());
}
