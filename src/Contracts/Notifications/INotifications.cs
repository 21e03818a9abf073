using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Notifications;

/// <summary>Topics that services tell something, by ARN.</summary>
public interface INotifications
{
    /// <summary>Whether a topic of this ARN takes messages, as of the call.</summary>
    bool Takes(ReadCall call, string topicArn);

    /// <summary>Tells a topic something, as part of the call; nothing happens where it takes no messages.</summary>
    void Publish(Call call, Notification notification);

    /// <summary>What the topics of the call's account and region were told, in order of time.</summary>
    IEnumerable<SentNotification> Sent(ReadCall call);
}
