using System.Text.Json;
using Orrery.Services.AutoScaling.Operations.Hooks;
using Orrery.Services.AutoScaling.Operations.Notifications;
using Orrery.Services.Sns.Operations.Subscriptions;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// The subjects of what topics are told. Source: messages that users published; that of a failed termination is
/// guessed.
/// </summary>
public sealed class SubjectTests
{
    [Fact]
    public void A_topic_is_told_of_what_succeeded_and_what_failed()
    {
        var (scaler, topic, url) = Told();
        scaler.Rig.Run(new PutNotificationConfiguration(), new PutNotificationConfigurationRequest
        {
            AutoScalingGroupName = Scaler.Group, TopicARN = topic,
            NotificationTypes =
            [
                "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE",
                "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
            ],
        });
        foreach (var zone in Scaler.Zones) scaler.Room(zone, 0);
        scaler.Desire(1);
        foreach (var zone in Scaler.Zones) scaler.Room(zone, null);
        scaler.Desire(2);
        scaler.Desire(0);
        Assert.Equal(
            [
                "Auto Scaling: failed launch for group \"asg\"", "Auto Scaling: launch for group \"asg\"",
                "Auto Scaling: termination for group \"asg\"", "Auto Scaling: test notification for group \"asg\"",
            ],
            Subjects(scaler, url));
    }

    [Fact]
    public void A_topic_is_told_of_the_action_of_a_hook()
    {
        var (scaler, topic, url) = Told();
        foreach (var transition in new[] { "LAUNCHING", "TERMINATING" })
        {
            scaler.Rig.Run(new PutLifecycleHook(), new PutLifecycleHookRequest
            {
                AutoScalingGroupName = Scaler.Group,
                LifecycleHookName = transition,
                LifecycleTransition = $"autoscaling:EC2_INSTANCE_{transition}",
                NotificationTargetARN = topic,
                RoleARN = "arn:aws:iam::123456789012:role/hooks",
                DefaultResult = "CONTINUE",
                HeartbeatTimeout = 30,
            });
        }

        scaler.Desire(1);
        var id = scaler.Now().Instances![0].InstanceId;
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        scaler.Desire(0);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            [
                $"Auto Scaling:  Lifecycle action 'LAUNCHING' for instance {id} in progress.",
                $"Auto Scaling:  Lifecycle action 'TERMINATING' for instance {id} in progress.",
                "Auto Scaling: test notification for group \"asg\"",
            ],
            Subjects(scaler, url));
    }

    private static (Scaler Scaler, string Topic, string Url) Told()
    {
        var scaler = Scaler.New().Make(0, 2);
        var topic = scaler.Rig.Run(new CreateTopic(), new() { Name = "told" }).TopicArn!;
        var url = scaler.Rig.Run(new CreateQueue(), new() { QueueName = "told" }).QueueUrl!;
        scaler.Rig.Run(new Subscribe(), new()
        {
            TopicArn = topic, Protocol = "sqs", Endpoint = "arn:aws:sqs:eu-west-1:123456789012:told",
        });
        return (scaler, topic, url);
    }

    private static IEnumerable<string> Subjects(Scaler scaler, string url)
    {
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        return scaler.Rig.Run(new ReceiveMessage(), new() { QueueUrl = url, MaxNumberOfMessages = 10 }).Messages!
            .Select(m => JsonDocument.Parse(m.Body!).RootElement.GetProperty("Subject").GetString()!)
            .Distinct().Order(StringComparer.Ordinal);
    }
}
