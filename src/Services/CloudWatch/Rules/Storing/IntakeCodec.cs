using Orrery.Services.CloudWatch.Rules.Statistics;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>
/// Packs what one call puts: for each point its stream, its length (so that a reader who wants another stream passes
/// over it), its instant and its values. Persisted: never change it.
/// </summary>
internal sealed class IntakeCodec
{
    private readonly PackWriter _pack = new();
    private readonly PackWriter _one = new();

    /// <summary>How many bytes.</summary>
    public int Length => _pack.Length;

    /// <summary>The batch.</summary>
    public byte[] ToArray() => _pack.ToArray();

    /// <summary>Adds a point.</summary>
    public void Add(long stream, bool isHigh, Bucket bucket)
    {
        _one.Clear();
        _one.Whole((bucket.Second << 1) | (isHigh ? 1L : 0));
        PointsCodec.PackSet(_one, bucket);
        if (bucket.IsWhole && bucket.Minimum != bucket.Maximum) PointsCodec.PackValues(_one, bucket);
        _pack.Whole(stream);
        _pack.Whole(_one.Length);
        _pack.Bytes(_one);
    }

    /// <summary>Reads the points of one stream, or of all.</summary>
    public static void Read(byte[] data, Func<long, bool> wanted, Action<IntakePoint> take)
    {
        var reader = new PackReader(data);
        while (!reader.IsAtEnd)
        {
            var (stream, length) = (reader.Whole(), (int)reader.Whole());
            if (!wanted(stream))
            {
                reader.Skip(length);
                continue;
            }

            var head = reader.Whole();
            var bucket = new Bucket(head >> 1);
            if (PointsCodec.IsSpread(PointsCodec.ReadSet(ref reader, bucket)))
                PointsCodec.ReadValues(ref reader, bucket);
            take(new(stream, (head & 1) == 1, bucket));
        }
    }
}
