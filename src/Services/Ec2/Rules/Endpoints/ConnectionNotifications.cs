using Orrery.Contracts.Delivery;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>Which topics connection notifications may have, and how they are told. The codes are guessed.</summary>
internal static class ConnectionNotifications
{
    private const string Sender = "vpce.amazonaws.com";

    /// <summary>A topic that takes messages.</summary>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static string Topic(ReadCall call, string arn) =>
        Takes(call, arn) ? arn : throw EndpointErrors.InvalidParameter($"The topic '{arn}' does not exist.");

    /// <summary>Whether a topic of this ARN takes messages, as of the call.</summary>
    public static bool Takes(ReadCall call, string arn) =>
        TopicArn.ScopeOf(arn) is not null && Destinations.Obstacle(call, Message(arn, "?", "{}")) is null;

    /// <summary>Tells a topic something; nothing happens where it takes no messages.</summary>
    public static void Tell(Call call, string arn, string subject, string text) =>
        Destinations.TryDeliver(call, Message(arn, subject, text));

    private static Delivery Message(string arn, string subject, string text) =>
        new(arn, Sender, null, text) { Subject = subject };
}
