using System.Globalization;
using Orrery.Contracts.Notifications;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Keeps what topics are told, for everybody to read, as long as no service has topics: until then every well-formed
/// ARN of a topic is taken to be one. A message lies in the account and region of its topic.
/// </summary>
internal sealed class NotificationSink : INotifications
{
    /// <inheritdoc/>
    public bool Takes(ReadCall call, string topicArn) => TopicArn.ScopeOf(topicArn) is not null;

    /// <inheritdoc/>
    public void Publish(Call call, Notification notification)
    {
        if (TopicArn.ScopeOf(notification.TopicArn) is not { } scope)
        {
            return;
        }

        var instant = call.Now.ToString("yyyyMMdd'T'HHmmss.fffffff", CultureInfo.InvariantCulture);
        var sent = call.Write(EndpointTables.Sent, scope);
        var earlier = sent.From(new ResourceKey(instant))
            .TakeWhile(message => message.Id.Value.StartsWith(instant, StringComparison.Ordinal))
            .Count();
        sent.Put(new SentNotificationRecord
        {
            Id = new ResourceKey(string.Create(CultureInfo.InvariantCulture, $"{instant} {earlier:d6}")),
            TopicArn = notification.TopicArn,
            Subject = notification.Subject,
            Message = notification.Message,
            SentAt = call.Now,
        });
    }

    /// <inheritdoc/>
    public IEnumerable<SentNotification> Sent(ReadCall call) =>
        call.Read(EndpointTables.Sent).All()
            .Select(sent => new SentNotification(new(sent.TopicArn, sent.Subject, sent.Message), sent.SentAt));
}
