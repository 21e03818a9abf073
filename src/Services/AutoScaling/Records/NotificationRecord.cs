namespace Orrery.Services.AutoScaling.Records;

/// <summary>A topic that is told of something.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Type">Of what, for example <c>autoscaling:EC2_INSTANCE_LAUNCH</c>.</param>
public sealed record NotificationRecord(string TopicArn, string Type);
