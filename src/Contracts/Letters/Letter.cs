namespace Orrery.Contracts.Letters;

/// <summary>An e-mail or text message.</summary>
/// <param name="Number">Its number in the world, from 1.</param>
/// <param name="Kind"><c>email</c>, <c>email-json</c> or <c>sms</c>.</param>
/// <param name="To">The address or phone number.</param>
/// <param name="Subject">The subject; text messages have none.</param>
/// <param name="Body">The text.</param>
/// <param name="SentAt">When, in virtual time.</param>
public sealed record Letter(
    long Number, string Kind, string To, string? Subject, string Body, DateTimeOffset SentAt)
{
    /// <summary>What it comes from: the ARN of a topic.</summary>
    public string? Source { get; init; }

    /// <summary>The link that confirms or ends a subscription, which <c>curl</c> can open.</summary>
    public string? Link { get; init; }
}
