namespace Orrery.Contracts.Notifications;

/// <summary>A message that a topic was told.</summary>
/// <param name="Notification">The message.</param>
/// <param name="SentAt">When, in virtual time.</param>
public sealed record SentNotification(Notification Notification, DateTimeOffset SentAt);
