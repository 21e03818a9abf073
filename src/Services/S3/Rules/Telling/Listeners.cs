using Orrery.Contracts.Delivery;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>
/// Who is notified of what. Sources: S3 user guide, "Amazon S3 Event Notifications", "Granting permissions to publish
/// event notification messages to a destination", "Configuring event notifications using object key name filtering".
/// </summary>
internal static class Listeners
{
    private const string Prefix = "Prefix";
    private const string Suffix = "Suffix";

    /// <summary>One destination of a configuration.</summary>
    /// <param name="Id">The id of the configuration.</param>
    /// <param name="Arn">Where it goes.</param>
    /// <param name="Events">The events.</param>
    /// <param name="Filter">Which keys, or null for all.</param>
    public sealed record Listener(
        string Id, string Arn, IReadOnlyList<Event> Events, NotificationConfigurationFilter? Filter)
    {
        /// <summary>Whether it wants to hear of an event of a key.</summary>
        public bool Hears(string name, string key) =>
            Events.Any(one => Fits(one.ToWire()["s3:".Length..], name)) && Filters(Filter, key);
    }

    /// <summary>A filter as it is told: AWS writes its names with capitals, however they were sent.</summary>
    public static NotificationConfigurationFilter? Named(NotificationConfigurationFilter? filter) =>
        filter?.Key?.FilterRules is not { } rules ? filter : filter with
        {
            Key = new()
            {
                FilterRules = [.. rules.Select(static rule => rule with { Name = Is(rule, Prefix) ? Prefix : Suffix })],
            },
        };

    /// <summary>The destinations of a bucket.</summary>
    public static IEnumerable<Listener> Of(GetBucketNotificationConfigurationResult wanted)
    {
        foreach (var queue in wanted.QueueConfigurations ?? [])
            yield return new(queue.Id ?? "", queue.QueueArn ?? "", queue.Events ?? [], queue.Filter);
        foreach (var topic in wanted.TopicConfigurations ?? [])
            yield return new(topic.Id ?? "", topic.TopicArn ?? "", topic.Events ?? [], topic.Filter);
        foreach (var function in wanted.LambdaFunctionConfigurations ?? [])
        {
            yield return new(
                function.Id ?? "", function.LambdaFunctionArn ?? "", function.Events ?? [], function.Filter);
        }
    }

    /// <summary>Refuses a configuration that cannot be.</summary>
    /// <exception cref="ServiceException">InvalidArgument, MalformedXML.</exception>
    public static void Check(ReadCall call, Place place, GetBucketNotificationConfigurationResult wanted, bool skips)
    {
        List<Listener> all = [.. Of(wanted)];
        foreach (var listener in all)
        {
            if (listener.Events.Count == 0 || listener.Arn.Split(':') is not [_, _, var service, var region, _, ..])
                throw Errors.Malformed();
            CheckFilter(listener.Filter);
            if (region != place.Scope.Region) throw Errors.InvalidArgument(
                "The notification destination service region is not valid for the bucket location constraint");
            if (service == "sqs" && listener.Arn.EndsWith(".fifo", StringComparison.Ordinal))
                throw Errors.InvalidArgument("SQS FIFO queues are not supported.");
            if (!skips && Obstacle(call, place, listener) is { } obstacle) throw Unfit(
                listener.Arn,
                obstacle.Kind == ObstacleKind.NoPermission
                    ? "Permissions on the destination do not allow S3 to publish notifications from this bucket"
                    : "The destination could not be found");
        }

        for (var i = 0; i < all.Count; i++)
        {
            if (all.Skip(i + 1).Any(other => Overlap(all[i], other))) throw Errors.InvalidArgument(
                "Configurations overlap. Configurations on the same bucket cannot share a common event type.");
        }
    }

    /// <summary>A destination that cannot be one.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="why">Why, as AWS says it.</param>
    public static ServiceException Unfit(string arn, string why) =>
        Errors.InvalidArgument("Unable to validate the following destination configurations", arn, why);

    /// <summary>Why nothing can be delivered to a destination; null where all is well.</summary>
    private static DeliveryObstacle? Obstacle(ReadCall call, Place place, Listener listener) =>
        Destinations.Obstacle(call, Notices.Of(place, listener.Arn, "{}"));

    // s3:ObjectCreated:* is for all events that begin so.
    private static bool Fits(string wanted, string name) => wanted.EndsWith(":*", StringComparison.Ordinal)
        ? name.StartsWith(wanted[..^1], StringComparison.Ordinal)
        : wanted == name;

    private static bool Filters(NotificationConfigurationFilter? filter, string key) =>
        key.StartsWith(Rule(filter, Prefix), StringComparison.Ordinal)
        && key.EndsWith(Rule(filter, Suffix), StringComparison.Ordinal);

    private static string Rule(NotificationConfigurationFilter? filter, string name) =>
        filter?.Key?.FilterRules?.FirstOrDefault(rule => Is(rule, name))?.Value ?? "";

    private static bool Is(FilterRule rule, string name) =>
        string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase);

    private static void CheckFilter(NotificationConfigurationFilter? filter)
    {
        var rules = filter?.Key?.FilterRules ?? [];
        if (rules.Any(static rule => !Is(rule, Prefix) && !Is(rule, Suffix))) throw Errors.InvalidArgument(
            "filter rule name must be either prefix or suffix");
        foreach (var name in (string[])[Prefix, Suffix])
        {
            if (rules.Count(rule => Is(rule, name)) > 1) throw Errors.InvalidArgument(
                $"Cannot specify more than one {name.ToLowerInvariant()} rule in a filter.");
        }
    }

    private static bool Overlap(Listener one, Listener other) =>
        one.Events.Any(a => other.Events.Any(b => Meet(a.ToWire(), b.ToWire())))
        && One(Rule(one.Filter, Prefix), Rule(other.Filter, Prefix), isStart: true)
        && One(Rule(one.Filter, Suffix), Rule(other.Filter, Suffix), isStart: false);

    private static bool Meet(string a, string b) => Fits(a, b) || Fits(b, a);

    private static bool One(string a, string b, bool isStart) => isStart
        ? a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)
        : a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal);
}
