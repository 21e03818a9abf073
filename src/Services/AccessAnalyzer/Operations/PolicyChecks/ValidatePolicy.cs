using System.Globalization;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Services.AccessAnalyzer.Operations.PolicyChecks;

/// <summary>What is wrong with a policy, as far as the document alone tells. Refused: other languages than
/// English.</summary>
public sealed class ValidatePolicy : IReadOperation<ValidatePolicyRequest, ValidatePolicyResult>
{
    /// <inheritdoc/>
    public ValidatePolicyResult Run(ValidatePolicyRequest request, ReadCall call)
    {
        if (request.Locale is not (null or Locale.En)) throw Errors.NotServed($"the locale {request.Locale}");
        var kind = request.PolicyType switch
        {
            PolicyType.IdentityPolicy => PolicyKind.Identity,
            PolicyType.ServiceControlPolicy => PolicyKind.ServiceControl,
            PolicyType.ResourceControlPolicy => PolicyKind.ResourceControl,
            _ when request.ValidatePolicyResourceType == ValidatePolicyResourceType.AWSIAMAssumeRolePolicyDocument =>
                PolicyKind.Trust,
            _ => PolicyKind.Resource,
        };
        var all = PolicyLint.Of(request.PolicyDocument!, kind).Select((finding, index) => (finding, index));
        var (page, next) = Page.Of(
            all, f => f.index.ToString("D5", CultureInfo.InvariantCulture), request.MaxResults, request.NextToken);
        return new() { Findings = [.. page.Select(f => View(f.finding))], NextToken = next };
    }

    // Where in the document it is: the line on which the statement begins; the column is not known.
    private static ValidatePolicyFinding View(PolicyFinding finding)
    {
        var place = new Position { Line = finding.Line, Column = 0, Offset = 0 };
        IReadOnlyList<PathElement> path = finding.Statement < 0
            ? []
            : [new() { Value = "Statement" }, new() { Index = finding.Statement }];
        var code = finding.Code.ToLowerInvariant().Replace('_', '-');
        return new()
        {
            FindingType = finding.Type switch
            {
                "ERROR" => ValidatePolicyFindingType.Error,
                "SECURITY_WARNING" => ValidatePolicyFindingType.SecurityWarning,
                "WARNING" => ValidatePolicyFindingType.Warning,
                _ => ValidatePolicyFindingType.Suggestion,
            },
            IssueCode = finding.Code,
            FindingDetails = finding.Text,
            LearnMoreLink =
                $"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#{code}",
            Locations = [new() { Path = path, Span = new() { Start = place, End = place } }],
        };
    }
}
