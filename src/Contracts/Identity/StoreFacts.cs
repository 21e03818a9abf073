namespace Orrery.Contracts.Identity;

/// <summary>What a bucket and an object bring to a decision.</summary>
/// <param name="Owner">The account that owns the bucket.</param>
/// <param name="Account">The account that the action is asked of: the bucket's or, for an object that another account
/// owns, the object's.</param>
public sealed record StoreFacts(string Owner, string Account)
{
    /// <summary>The bucket policy; null where there is none, or where it cannot grant this.</summary>
    public PolicyText? Policy { get; init; }

    /// <summary>The bucket policy, where it can only deny: of objects of other accounts, and public ones that are
    /// restricted.</summary>
    public PolicyText? Denying { get; init; }

    /// <summary>The access control list, written as a policy; null where it grants nothing to others.</summary>
    public PolicyText? List { get; init; }

    /// <summary>Whether whoever asks pays, and has to say so.</summary>
    public bool RequesterPays { get; init; }

    /// <summary>The access point through which it is asked for; null where through none.</summary>
    public PointFacts? Through { get; init; }

    /// <summary>Gives the tags of the object (s3:ExistingObjectTag).</summary>
    public Func<IReadOnlyDictionary<string, string>?> Tags { get; init; } = static () => null;
}
