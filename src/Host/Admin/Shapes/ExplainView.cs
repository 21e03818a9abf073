namespace Orrery.Host.Admin.Shapes;

/// <summary>Why a resource is as it is.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Kind">What it is, for example <c>vpc-peering-connection</c>.</param>
/// <param name="Account">The account that it belongs to.</param>
/// <param name="Region">Its region.</param>
/// <param name="IsGood">Whether it is in a good way.</param>
/// <param name="Why">The reasons; the root states its condition in one sentence.</param>
/// <param name="Remedies">The smallest changes that would better it, if it is in a bad way.</param>
public sealed record ExplainView(
    string Id,
    string Kind,
    string Account,
    string Region,
    bool IsGood,
    ReasonView Why,
    IReadOnlyList<RemedyView> Remedies);
