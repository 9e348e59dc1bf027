using System.Text;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Tests.Billing.Payments;
using OpsCenter.Portal.Tests.Contracts;
using Xunit;

namespace OpsCenter.Portal.Tests.Adapters.Embedded.TestPayments;

/// <summary>The test gateway does what any payment provider must.</summary>
public sealed class TestGatewayTests(PaymentsFixture fixture) : PaymentGatewayContract, IClassFixture<PaymentsFixture>
{
    protected override IPaymentGateway Gateway => fixture.Get<TestGateway>();

    protected override DateTimeOffset Now => fixture.Clock.GetUtcNow();

    protected override Task CompleteAsync(GatewayCheckout page) => fixture.PayAsync(page.Id, PaymentsFixture.Good);

    protected override async Task<(byte[] Body, string Signature)> EventAboutAsync(string objectId)
    {
        var body = Encoding.UTF8.GetBytes((await fixture.NewsAsync("payload like $1 and type <> 'checkout.expired'", $"%{objectId}%"))[^1]);

        return (body, TestSignature.Sign(await fixture.Get<TestSecret>().GetAsync(CancellationToken.None), body, Now));
    }
}
