namespace Orrery.Host.Admin.Shapes;

/// <summary>What the admin API answers when it refuses.</summary>
/// <param name="Code">A stable code, for example <c>WorldNotFound</c>.</param>
/// <param name="Message">What is wrong and what would help, as a sentence.</param>
public sealed record AdminError(string Code, string Message);
