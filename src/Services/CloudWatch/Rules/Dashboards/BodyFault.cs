namespace Orrery.Services.CloudWatch.Rules.Dashboards;

/// <summary>Something that is wrong with the body of a dashboard.</summary>
/// <param name="Path">Where, for example <c>/widgets/0/type</c>.</param>
/// <param name="Message">What.</param>
/// <param name="IsError">Whether the dashboard is refused for it.</param>
internal sealed record BodyFault(string Path, string Message, bool IsError);
