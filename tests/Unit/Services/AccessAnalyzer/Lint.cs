using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Linting;
using Orrery.Services.AccessAnalyzer.Rules;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>Documents that are looked through.</summary>
internal static class Lint
{
    /// <summary>The codes that are found in a statement of a kind of policy.</summary>
    public static string Codes(string statement, PolicyKind kind = PolicyKind.Identity) =>
        Of($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", kind);

    /// <summary>The codes that are found in a document.</summary>
    public static string Of(string document, PolicyKind kind = PolicyKind.Identity) => string.Join(
        ' ', PolicyLint.Of(document, kind, ServiceVocabulary.Instance).Select(f => f.Code));

    /// <summary>The text of the one finding in a statement.</summary>
    public static string Text(string statement) => Assert.Single(PolicyLint.Of(
        $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", PolicyKind.Identity,
        ServiceVocabulary.Instance)).Text;
}
