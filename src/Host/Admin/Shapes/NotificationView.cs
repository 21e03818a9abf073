namespace Orrery.Host.Admin.Shapes;

/// <summary>A message that a topic was told.</summary>
/// <param name="Topic">The ARN of the topic.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Message">The message; often JSON.</param>
/// <param name="At">When, in virtual time.</param>
public sealed record NotificationView(string Topic, string Subject, string Message, DateTimeOffset At);
