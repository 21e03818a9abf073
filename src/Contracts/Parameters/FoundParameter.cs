namespace Orrery.Contracts.Parameters;

/// <summary>A parameter as another service reads it.</summary>
/// <param name="Value">Its value; of a SecureString encrypted.</param>
/// <param name="DataType">For example text, or aws:ec2:image.</param>
/// <param name="IsPublic">Whether it is one of <c>/aws/service/</c>.</param>
public sealed record FoundParameter(string Value, string DataType, bool IsPublic);
