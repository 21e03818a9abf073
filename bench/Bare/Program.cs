// The yardstick: the least that Kestrel can do for the same request. It reads the body and answers one fixed document.
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

var answer = Encoding.UTF8.GetBytes(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>00000000-0000-0000-0000-000000000000</requestId>
    <vpcSet><item><vpcId>vpc-00000000000000000</vpcId><ownerId>123456789012</ownerId><state>available</state>
    <cidrBlock>172.31.0.0/16</cidrBlock><cidrBlockAssociationSet><item><cidrBlock>172.31.0.0/16</cidrBlock>
    <associationId>vpc-cidr-assoc-00000000000000000</associationId>
    <cidrBlockState><state>associated</state></cidrBlockState></item></cidrBlockAssociationSet>
    <dhcpOptionsId>dopt-00000000000000000</dhcpOptionsId><instanceTenancy>default</instanceTenancy>
    <isDefault>true</isDefault>
    </item></vpcSet></DescribeVpcsResponse>
    """);
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore();
builder.WebHost.ConfigureKestrel(options =>
    options.Listen(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture)));
await using var app = builder.Build();
app.Run(async context =>
{
    await context.Request.Body.CopyToAsync(Stream.Null);
    context.Response.ContentType = "text/xml;charset=UTF-8";
    context.Response.ContentLength = answer.Length;
    await context.Response.Body.WriteAsync(answer);
});
await app.RunAsync();
