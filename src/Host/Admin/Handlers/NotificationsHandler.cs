using Orrery.Contracts.Notifications;
using Orrery.Host.Admin.Shapes;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/notifications</c>: what the topics of an account and region were told.</summary>
internal static class NotificationsHandler
{
    public static async Task<WireResponse> ListAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var notifications = Inquiry.Port<INotifications>(world);
        var info = Inquiry.Info(station, call, world, "orrery:Notifications");
        var sent = world.Query(info, read => notifications.Sent(read).ToList());
        return AdminCall.Json(
            [
                .. sent.Select(one => new NotificationView(
                    one.Notification.TopicArn, one.Notification.Subject, one.Notification.Message, one.SentAt)),
            ],
            AdminJson.Default.NotificationViewArray);
    }
}
