using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Rules;

/// <summary>Which topics there can be. Source: Amazon SNS API Reference, CreateTopic.</summary>
internal static class TopicRules
{
    private const int LongestName = 256;
    private const string FifoSuffix = ".fifo";

    /// <summary>Refuses a name that no topic can have.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void CheckName(string name, bool isFifo)
    {
        var stem = isFifo && name.EndsWith(FifoSuffix, StringComparison.Ordinal) ? name[..^FifoSuffix.Length] : name;
        if (isFifo && stem.Length == name.Length)
            throw Errors.InvalidParameter("Topic Name Reason: a FIFO topic's name must end with .fifo");
        if (stem.Length == 0 || name.Length > LongestName
            || !stem.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Errors.InvalidParameter("Topic Name");
    }

    /// <summary>Refuses what a topic of the same name is not.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void CheckAlike(
        TopicRecord existing, IReadOnlyDictionary<string, string> attributes, SortedDictionary<string, string>? tags)
    {
        if (attributes.Any(a => a.Key != "FifoTopic" && Current(existing, a.Key) != a.Value)
            || (attributes.TryGetValue("FifoTopic", out var fifo) && fifo == "true" != existing.IsFifo))
            throw Errors.InvalidParameter("Attributes Reason: Topic already exists with different attributes");
        if (tags is not null && !tags.SequenceEqual(existing.Tags))
            throw Errors.InvalidParameter("Tags Reason: Topic already exists with different tags");
    }

    /// <summary>The attributes that are kept as they were given; an empty key is none.</summary>
    public static SortedDictionary<string, string> Kept(IReadOnlyDictionary<string, string> attributes) => new(
        attributes.Where(a => a.Key != "FifoTopic" && (a.Key != TopicKeys.Name || a.Value.Length > 0)).ToDictionary(),
        StringComparer.Ordinal);

    /// <summary>Refuses one topic too many.</summary>
    /// <exception cref="Core.ServiceException">TopicLimitExceeded.</exception>
    public static void CheckLimit(ReadCall call, bool isFifo)
    {
        var topics = call.Read(Tables.Topics);
        var quota = isFifo ? SnsQuotas.FifoTopics : SnsQuotas.Topics;
        var limit = Limit(call, quota);
        if (topics.Count >= limit && topics.All().Count(topic => topic.IsFifo == isFifo) >= limit)
            throw Errors.TooManyTopics();
    }

    /// <summary>A limit in force.</summary>
    public static int Limit(ReadCall call, Quota quota) => call.FindPort<IQuotas>()?.Limit(quota) ?? quota.Standard;

    private static string? Current(TopicRecord topic, string name) => topic.Attribute(name) ?? name switch
    {
        "DisplayName" or TopicKeys.Name => "",
        "ContentBasedDeduplication" => "false",
        "FifoThroughputScope" => "Topic",
        "SignatureVersion" => "1",
        "TracingConfig" => "PassThrough",
        _ => null,
    };
}
