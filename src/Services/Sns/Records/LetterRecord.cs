using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Records;

/// <summary>An e-mail or text message, which does not leave the program: a person reads it in the outbox.</summary>
internal sealed record LetterRecord
{
    /// <summary>Its number, with leading zeros, so that letters lie in order.</summary>
    public required SnsKey Id { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required long Number { get; init; }

    /// <summary><c>email</c>, <c>email-json</c> or <c>sms</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The address or phone number.</summary>
    public required string To { get; init; }

    /// <summary>The subject; text messages have none.</summary>
    public string? Subject { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>The topic, where it comes from one.</summary>
    public string? TopicArn { get; init; }

    /// <summary>The link that confirms or ends the subscription.</summary>
    public string? Link { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
