using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The session policies of a request: what a session may do at most. Source: STS API Reference, AssumeRole. How AWS
/// packs them is not told: the share here is of the plain text (guessed).
/// </summary>
/// <param name="Document">The policy that was passed in.</param>
/// <param name="Arns">The managed policies that were passed in.</param>
internal sealed record SessionPolicies(string? Document, IReadOnlyList<string> Arns)
{
    private const int MostArns = 10;
    private const int PlainSize = 2048;
    private const int PackedSize = 4096;
    private const int Whole = 100;

    /// <summary>No session policies.</summary>
    public static SessionPolicies None { get; } = new(null, []);

    /// <summary>The policy of a task of a root user.</summary>
    public static SessionPolicies OfTask(string arn) => new(null, [arn]);

    /// <summary>The session policies of a request.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocument, PackedPolicyTooLarge, ValidationError.</exception>
    public static SessionPolicies Of(
        ReadCall call, string account, string? document, IReadOnlyList<PolicyDescriptorType>? arns)
    {
        if (document is not null && Documents.Length(Documents.Session(document)) > PlainSize)
            throw TooLarge();
        string[] all = [.. (arns ?? []).Select(a => a.Arn!)];
        if (all.Length > MostArns) throw Errors.Validation($"At most {MostArns} PolicyArns can be passed.");
        foreach (var arn in all)
        {
            if (Shelf.In(call, account, arn) is null)
                throw Errors.Malformed($"Policy {arn} does not exist or is not attachable.");
        }

        return new(document, all);
    }

    /// <summary>How much of the room they and the tags take, in percent; null where there are none.</summary>
    /// <exception cref="ServiceException">PackedPolicyTooLarge.</exception>
    public int? Share(SessionTags tags)
    {
        if (Document is null && Arns.Count == 0 && tags.All.Count == 0) return null;
        var size = (Document is null ? 0 : Documents.Length(Document)) + Arns.Sum(a => a.Length)
            + tags.All.Sum(t => t.Key.Length + t.Value.Length);
        var share = ((size * Whole) + PackedSize - 1) / PackedSize;
        return share <= Whole ? share : throw TooLarge();
    }

    private static ServiceException TooLarge() =>
        new("PackedPolicyTooLarge", "Serialized token too large for session");
}
