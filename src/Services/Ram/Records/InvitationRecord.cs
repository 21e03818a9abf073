using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Records;

/// <summary>An invitation to a resource share, in the scope of the account that was invited.</summary>
internal sealed record InvitationRecord
{
    /// <summary>The last part of its ARN.</summary>
    public required RamKey Id { get; init; }

    /// <summary>The share, by the last part of its ARN.</summary>
    public required RamKey Share { get; init; }

    /// <summary>The share's name when the invitation was sent.</summary>
    public required string ShareName { get; init; }

    /// <summary>The account that owns the share.</summary>
    public required string Sender { get; init; }

    /// <summary>pending, then accepted, rejected or expired.</summary>
    public required ResourceShareInvitationStatus Status { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
