namespace Orrery.Host.Admin.Shapes;

/// <summary>An e-mail or text message of the outbox.</summary>
/// <param name="Number">Its number in the world, from 1.</param>
/// <param name="Kind"><c>email</c>, <c>email-json</c> or <c>sms</c>.</param>
/// <param name="To">The address or phone number.</param>
/// <param name="Subject">The subject; text messages have none.</param>
/// <param name="At">When, in virtual time.</param>
/// <param name="Source">The ARN of the topic that it comes from.</param>
/// <param name="Link">The link that confirms or ends a subscription.</param>
/// <param name="Body">The text.</param>
public sealed record LetterView(
    long Number, string Kind, string To, string? Subject, DateTimeOffset At, string? Source, string? Link, string Body);
