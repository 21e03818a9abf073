using Orrery.Contracts.Delivery;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>Which topics connection notifications may have, and how they are told. The codes are guessed.</summary>
internal static class ConnectionNotifications
{
    private const string Sender = "vpce.amazonaws.com";

    /// <summary>A topic that takes messages about an endpoint or a service.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arn">The topic.</param>
    /// <param name="source">The id of what is told about.</param>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static string Topic(ReadCall call, string arn, string source)
    {
        if (Obstacle(call, arn, SourceOf(call.Scope, source)) is not { } obstacle) return arn;
        throw EndpointErrors.InvalidParameter(obstacle.Kind == ObstacleKind.NoPermission
            ? $"The topic '{arn}' does not let {Sender} publish: {obstacle.Text}"
            : $"The topic '{arn}' does not exist.");
    }

    /// <summary>Whether the topic of a notification takes messages, as of the call.</summary>
    public static bool Takes(ReadCall call, ConnectionNotificationRecord notification) =>
        Obstacle(call, notification.TopicArn, SourceOf(call.Scope, IdOf(notification))) is null;

    /// <summary>Tells a topic something; nothing happens where it takes no messages.</summary>
    public static void Tell(
        Call call, (Scope Scope, ConnectionNotificationRecord Listener) to, string subject, string text) =>
        Destinations.TryDeliver(call, Message(
            to.Listener.TopicArn, SourceOf(to.Scope, IdOf(to.Listener)), subject, text));

    /// <summary>The endpoint or service that a notification is about.</summary>
    public static string IdOf(ConnectionNotificationRecord notification) =>
        notification.ServiceId?.Value ?? notification.EndpointId!.Value.Value;

    private static DeliveryObstacle? Obstacle(ReadCall call, string arn, string source) =>
        TopicArn.ScopeOf(arn) is null
            ? new(ObstacleKind.NoResource, arn)
            : Destinations.Obstacle(call, Message(arn, source, "?", "{}"));

    // PrivateLink Guide, "Receive alerts for endpoint service events": aws:SourceArn is the service or the endpoint.
    private static string SourceOf(Scope scope, string id) =>
        $"arn:aws:ec2:{scope.Region}:{scope.Account}:"
        + (id.StartsWith("vpce-svc-", StringComparison.Ordinal) ? "vpc-endpoint-service/" : "vpc-endpoint/") + id;

    private static Delivery Message(string arn, string source, string subject, string text) =>
        new(arn, Sender, source, text) { Subject = subject };
}
