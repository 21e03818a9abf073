using System.Globalization;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Linting;

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
        var all = PolicyLint.Of(
            request.PolicyDocument!, kind, ServiceVocabulary.Instance, LimitOf(request.ValidatePolicyResourceType))
            .Select((finding, index) => (finding, index));
        var (page, next) = Page.Of(
            all, f => f.index.ToString("D5", CultureInfo.InvariantCulture), request.MaxResults, request.NextToken);
        return new() { Findings = [.. page.Select(f => View(f.finding))], NextToken = next };
    }

    // S3 User Guide, "Bucket policies"; DynamoDB Developer Guide, "Quotas": 20 KB both.
    private static int? LimitOf(ValidatePolicyResourceType? type) =>
        type is null or ValidatePolicyResourceType.AWSIAMAssumeRolePolicyDocument ? null : 20 * 1024;

    // Where in the document the statement is; of what is about the whole only the line is told.
    private static ValidatePolicyFinding View(PolicyFinding finding)
    {
        var whole = new TextPlace(finding.Line, 0, 0);
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
            Locations = [new() { Path = path, Span = SpanOf(finding, whole) }],
        };
    }

    // From the bracket that opens it to behind the one that closes it.
    private static Span SpanOf(PolicyFinding finding, TextPlace whole) => finding is { Begin: { } begin, End: { } end }
        ? new() { Start = PlaceOf(begin, 0), End = PlaceOf(end, 1) }
        : new() { Start = PlaceOf(whole, 0), End = PlaceOf(whole, 0) };

    private static Position PlaceOf(TextPlace place, int more) => new()
    {
        Line = place.Line, Column = place.Column + more, Offset = place.Offset + more,
    };
}
