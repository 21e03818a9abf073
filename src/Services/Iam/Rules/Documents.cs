using Orrery.Contracts;
using Orrery.Services.Iam.Ports;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Policy documents: whether they may be, how long they are, how the API writes them. White space does not count.
/// Source: IAM User Guide, "IAM and STS quotas".
/// </summary>
internal static class Documents
{
    private static readonly IPolicyGrammar Grammar = new EngineGrammar();

    /// <summary>A document as the API writes it: percent-encoded after RFC 3986.</summary>
    public static string Encoded(string document) => Uri.EscapeDataString(document);

    /// <summary>How long a document is.</summary>
    public static int Length(string document) => document.Count(c => !char.IsWhiteSpace(c));

    /// <summary>Checks the grammar of a policy for an identity.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocument.</exception>
    public static string Identity(string document) => Checked(document, PolicyUse.Identity);

    /// <summary>Checks the grammar of a policy for a session.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocument.</exception>
    public static string Session(string document) => Checked(document, PolicyUse.Session);

    /// <summary>Checks a policy of whatever use that is only looked at.</summary>
    /// <exception cref="ServiceException">InvalidInput.</exception>
    public static string Any(string document) =>
        Grammar.Fault(document, PolicyUse.Identity) is { } fault && Grammar.Fault(document, PolicyUse.Trust) is not null
            ? throw Errors.InvalidInput(fault)
            : document;

    /// <summary>Checks a managed policy.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocument, LimitExceeded.</exception>
    public static string Managed(ReadCall call, string document)
    {
        var limit = call.LimitOf(IamQuotas.PolicyLength);
        return Length(Identity(document)) <= limit ? document : throw Errors.Quota("PolicySize", limit);
    }

    /// <summary>Checks who may assume a role: also that users and roles that it names exist.</summary>
    /// <exception cref="ServiceException">MalformedPolicyDocument, LimitExceeded.</exception>
    public static string Trust(ReadCall call, string document)
    {
        var limit = call.LimitOf(IamQuotas.TrustLength);
        if (Length(Checked(document, PolicyUse.Trust)) > limit) throw Errors.Quota("ACLSizePerRole", limit);
        if (TrustedPrincipals.FirstUnknown(call, document) is { } unknown)
            throw Errors.Malformed($"Invalid principal in policy: {unknown}");
        return document;
    }

    private static string Checked(string document, PolicyUse use) =>
        Grammar.Fault(document, use) is { } fault ? throw Errors.Malformed(fault) : document;
}
