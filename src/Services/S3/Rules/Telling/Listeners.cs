using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>
/// Who is notified of what. Sources: S3 user guide, "Amazon S3 Event Notifications", "Granting permissions to publish
/// event notification messages to a destination", "Configuring event notifications using object key name filtering".
/// </summary>
internal static class Listeners
{
    /// <summary>One destination of a configuration.</summary>
    /// <param name="Id">The id of the configuration.</param>
    /// <param name="Arn">Where it goes.</param>
    /// <param name="Action">What the destination's policy has to allow.</param>
    /// <param name="Events">The events.</param>
    /// <param name="Filter">Which keys, or null for all.</param>
    public sealed record Listener(
        string Id, string Arn, string Action, IReadOnlyList<Event> Events, NotificationConfigurationFilter? Filter)
    {
        /// <summary>Whether it wants to hear of an event of a key.</summary>
        public bool Hears(string name, string key) =>
            Events.Any(one => Fits(one.ToWire()["s3:".Length..], name)) && Filters(Filter, key);
    }

    /// <summary>The destinations of a bucket.</summary>
    public static IEnumerable<Listener> Of(GetBucketNotificationConfigurationResult wanted)
    {
        foreach (var queue in wanted.QueueConfigurations ?? [])
            yield return new(queue.Id ?? "", queue.QueueArn ?? "", "sqs:SendMessage", queue.Events ?? [], queue.Filter);
        foreach (var topic in wanted.TopicConfigurations ?? [])
            yield return new(topic.Id ?? "", topic.TopicArn ?? "", "sns:Publish", topic.Events ?? [], topic.Filter);
        foreach (var function in wanted.LambdaFunctionConfigurations ?? [])
        {
            yield return new(
                function.Id ?? "", function.LambdaFunctionArn ?? "", "lambda:InvokeFunction", function.Events ?? [],
                function.Filter);
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
            if (!skips && !MayDeliver(call, place, listener)) throw Errors.InvalidArgument(
                "Unable to validate the following destination configurations", listener.Arn,
                Problem(call, place, listener));
        }

        for (var i = 0; i < all.Count; i++)
        {
            if (all.Skip(i + 1).Any(other => Overlap(all[i], other))) throw Errors.InvalidArgument(
                "Configurations overlap. Configurations on the same bucket cannot share a common event type.");
        }
    }

    /// <summary>Whether a destination is there and its policy lets S3 deliver for this bucket.</summary>
    public static bool MayDeliver(ReadCall call, Place place, Listener listener)
    {
        if (Destinations.Obstacle(call, new(listener.Arn, StoreContext.Principal, Arn(place), "{}")) is not null)
            return false;
        var service = listener.Arn.Split(':')[2];
        var port = call.PortsOf<IResourcePolicies>().FirstOrDefault(port => port.Service == service);
        if (port?.Find(call, listener.Action, listener.Arn) is not { Policy: { } text } facts) return false;
        return ServiceGrants.Decide(
            text, facts.Account, listener.Action, listener.Arn, new(Arn(place), place.Scope.Account))
            == Outcome.Allowed;
    }

    private static string Problem(ReadCall call, Place place, Listener listener) =>
        Destinations.Obstacle(call, new(listener.Arn, StoreContext.Principal, Arn(place), "{}")) is not null
            ? "The destination could not be found"
            : "Permissions on the destination do not allow S3 to publish notifications from this bucket";

    private static string Arn(Place place) => $"arn:aws:s3:::{place.Name}";

    // s3:ObjectCreated:* is for all events that begin so.
    private static bool Fits(string wanted, string name) => wanted.EndsWith(":*", StringComparison.Ordinal)
        ? name.StartsWith(wanted[..^1], StringComparison.Ordinal)
        : wanted == name;

    private static bool Filters(NotificationConfigurationFilter? filter, string key) =>
        key.StartsWith(Rule(filter, FilterRuleName.Prefix), StringComparison.Ordinal)
        && key.EndsWith(Rule(filter, FilterRuleName.Suffix), StringComparison.Ordinal);

    private static string Rule(NotificationConfigurationFilter? filter, FilterRuleName name) =>
        filter?.Key?.FilterRules?.FirstOrDefault(rule => rule.Name == name)?.Value ?? "";

    private static void CheckFilter(NotificationConfigurationFilter? filter)
    {
        var rules = filter?.Key?.FilterRules ?? [];
        if (rules.Any(static rule => rule.Name is null)) throw Errors.InvalidArgument(
            "filter rule name must be either prefix or suffix");
        if (rules.Select(static rule => rule.Name).Distinct().Count() < rules.Count) throw Errors.InvalidArgument(
            "Cannot specify more than one prefix rule in a filter.");
    }

    private static bool Overlap(Listener one, Listener other) =>
        one.Events.Any(a => other.Events.Any(b => Meet(a.ToWire(), b.ToWire())))
        && One(Rule(one.Filter, FilterRuleName.Prefix), Rule(other.Filter, FilterRuleName.Prefix), isStart: true)
        && One(Rule(one.Filter, FilterRuleName.Suffix), Rule(other.Filter, FilterRuleName.Suffix), isStart: false);

    private static bool Meet(string a, string b) => Fits(a, b) || Fits(b, a);

    private static bool One(string a, string b, bool isStart) => isStart
        ? a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)
        : a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal);
}
