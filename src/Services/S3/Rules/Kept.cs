using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Configurations of buckets, kept as the answers that tell them: as JSON, under the name of the operation that gives
/// such an answer and, where a bucket has many, an id.
/// </summary>
internal static class Kept
{
    // A text is read once, for as long as a record holds it.
    private static readonly ConditionalWeakTable<string, Held> Known = [];

    private static readonly ProtocolCodec Codec = ProtocolCodec.Of(WireProtocol.Json11);

    /// <summary>The configuration of a bucket; null where it has none.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    public static T? Find<T>(BucketRecord bucket, string? id = null)
        where T : class, IReadableShape<T>
    {
        if (bucket.Settings?.GetValueOrDefault(Key<T>(id)) is not { } text) return null;
        return (T)Known.GetValue(text, static json => new(Read<T>(json))).Answer;
    }

    /// <summary>All configurations of a kind, by id.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    public static IEnumerable<T> All<T>(BucketRecord bucket)
        where T : class, IReadableShape<T>
    {
        var start = Key<T>("");
        foreach (var key in bucket.Settings?.Keys ?? [])
        {
            if (key.StartsWith(start, StringComparison.Ordinal)) yield return Find<T>(bucket, key[start.Length..])!;
        }
    }

    /// <summary>The bucket with a configuration.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    public static BucketRecord With<T>(BucketRecord bucket, T answer, string? id = null)
        where T : class, IReadableShape<T>
    {
        var json = Encoding.UTF8.GetString(Codec.WriteResult(Operation<T>(), answer, "").Body.Span);
        var settings = bucket.Settings ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return bucket with { Settings = settings.SetItem(Key<T>(id), json) };
    }

    /// <summary>The bucket without a configuration.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    public static BucketRecord Without<T>(BucketRecord bucket, string? id = null)
        where T : class, IReadableShape<T> =>
        bucket with { Settings = bucket.Settings?.Remove(Key<T>(id)) };

    private static T Read<T>(string json)
        where T : class, IReadableShape<T> => Codec.ReadResult(
            Operation<T>(), WireResponse.Of(200, "application/json", Encoding.UTF8.GetBytes(json)), T.FromWire) as T
            ?? throw new InvalidOperationException("A kept configuration cannot be read.");

    private static string Name<T>() => typeof(T).Name[..^"Result".Length];

    private static string Key<T>(string? id) => id is null ? Name<T>() : $"{Name<T>()}/{id}";

    private static OperationSchema Operation<T>() => S3Model.Service.Operation(Name<T>());

    private sealed class Held(object answer)
    {
        public object Answer => answer;
    }
}
