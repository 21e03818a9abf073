namespace Orrery.Contracts.Notifications;

/// <summary>A message for a topic.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Subject">The subject, as e-mail would show it.</param>
/// <param name="Message">The message; often JSON.</param>
public sealed record Notification(string TopicArn, string Subject, string Message);
