namespace Orrery.Contracts.Parameters;

/// <summary>A public parameter of Systems Manager.</summary>
/// <param name="Name">Its name, from <c>/aws/service/</c> on.</param>
/// <param name="Value">Its value in the region that was asked about.</param>
/// <param name="DataType">For example text, or aws:ec2:image.</param>
/// <param name="ModifiedAt">When it got this value.</param>
public sealed record PublicParameter(string Name, string Value, string DataType, DateTimeOffset ModifiedAt);
