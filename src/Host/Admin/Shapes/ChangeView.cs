namespace Orrery.Host.Admin.Shapes;

/// <summary>One change of a remedy.</summary>
/// <param name="Action">The API operation, for example <c>ec2:CreateRoute</c>.</param>
/// <param name="Subject">The resource to change.</param>
/// <param name="Arguments">The operation's arguments by their AWS names.</param>
public sealed record ChangeView(string Action, string Subject, IReadOnlyDictionary<string, string> Arguments);
