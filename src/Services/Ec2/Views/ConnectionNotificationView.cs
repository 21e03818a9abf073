using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A connection notification as the API writes it: enabled while its topic takes messages.</summary>
internal static class ConnectionNotificationView
{
    /// <summary>The notification with its state.</summary>
    public static ConnectionNotification Of(ConnectionNotificationRecord notification, ReadCall call) => new()
    {
        ConnectionNotificationId = notification.Id.Value,
        ServiceId = notification.ServiceId?.Value,
        VpcEndpointId = notification.EndpointId?.Value,
        ConnectionNotificationType = ConnectionNotificationType.Topic,
        ConnectionNotificationArn = notification.TopicArn,
        ConnectionEvents = notification.Events,
        ConnectionNotificationState = StateOf(notification, call),
        ServiceRegion = call.Region,
    };

    /// <summary>Enabled, or disabled.</summary>
    public static ConnectionNotificationState StateOf(ConnectionNotificationRecord notification, ReadCall call) =>
        ConnectionNotifications.Takes(call, notification)
            ? ConnectionNotificationState.Enabled
            : ConnectionNotificationState.Disabled;
}
